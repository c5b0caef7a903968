/// The Memory Tax Workbook's library. [Notebook] is what a chapter calls, and imports `cli`, `measure` and `child`;
/// the rooms below say in their own `package-info.java` what they are for and what they may import. Begin with
/// [lib/README.md](../README.md), the map.
package memorytax;
