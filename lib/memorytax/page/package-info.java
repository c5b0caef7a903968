/// A chapter as one HTML page, and the index. It may use `view`, `catalog`, `chart` and whatever holds results, and
/// knows no terminal. Begin with [PageReader], then [PageParts] for the kinds of results.
package memorytax.page;
