/// Files as such: CSV by the names of its columns, one that appears whole or not at all, the folder for
/// results. It uses nothing of ours. Begin with [Csv].
package memorytax.file;
