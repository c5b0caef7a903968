/// A chapter as one HTML page, the index, and the cheat sheet. It may use `view`, `catalog`, `chart` and whatever holds
/// results, and knows no terminal. Begin with [PageReader], then [PageParts] for the kinds of results.
package memorytax.page;
