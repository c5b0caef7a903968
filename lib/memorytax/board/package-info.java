/// Many machines' results: what one machine gives away ([Pack]), and what can be seen of many. It may use `record`,
/// `claim`, `notebook` and `file`. Begin with [Pack].
package memorytax.board;
