/// What terminal and page share: what is shown of a value, by its type, where its figures come from, and the wording.
/// It may use `table`, `chart`, whatever holds results, and of `measure.plan` the scale: a step that takes it measures.
/// Begin with [Part].
package memorytax.view;
