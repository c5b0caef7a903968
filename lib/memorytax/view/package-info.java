/// What terminal and page share: what is shown of a value, by its type, where its figures come from, and the wording.
/// It may use `table`, `chart` and whatever holds results. Begin with [Views].
package memorytax.view;
