/// Chapter 8: what a service needs, calculated from the costs that earlier chapters measured. It may use `record`,
/// `claim`, `measure.process`, `measure.result`, `notebook` and `file`. Begin with [Service], the description, and
/// [Estimates], the answer.
package memorytax.service;
