/// A chapter as one HTML page, the index, the cheat sheet, the leader's page and the handout. It may use `view`,
/// `workshop`, `catalog`, `chart` and whatever holds results, and knows no terminal. Begin with [PageReader], then
/// [PageParts] for the kinds of results.
package memorytax.page;
