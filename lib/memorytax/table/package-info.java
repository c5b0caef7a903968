/// Results as tables of Tablesaw's, one method for each kind. It may use whatever holds results: `measure`, `claim`,
/// `record`, `service`, and the kit's names of collectors. Begin with [Tables].
package memorytax.table;
