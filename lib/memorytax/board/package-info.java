/// Many machines' results: what one machine gives away ([Pack]), and what can be seen of many ([Board]). The queries in
/// `sql` say what each table shows; DuckDB runs them, and belongs to `lib/board.java` alone. It may use `record`,
/// `claim`, `notebook` and `file`. Begin with [Pack].
package memorytax.board;
