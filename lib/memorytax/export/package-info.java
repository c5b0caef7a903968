/// A chapter that has been run, for other programs: a notebook for Jupyter, Markdown with pictures, a PDF of its page.
/// It may use `view`, `catalog`, `chart.svg`, whatever holds results, and of the terminal the plain form of a result.
/// Begin with [ExportReader], then [MarkdownParts] for the kinds of results.
package memorytax.export;
