/// What can be said on the command line of a chapter. It may use whatever an option is about: `notebook`,
/// `measure.plan`, `measure.process`, `peers`, `service`, `claim` and `file`. Begin with [Options].
package memorytax.options;
