/// A reader's sitting: one chapter, read to a person, a page and files at once, with answers, edits and notes. It may
/// use all rooms but `cli`. Begin with [ChapterSession].
package memorytax.session;
