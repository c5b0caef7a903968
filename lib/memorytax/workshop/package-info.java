/// What somebody needs who leads a workshop: how many minutes a chapter takes in a room, a timetable, what exercises
/// the chapter has, and notes with questions, answers and what can go wrong. It may use `catalog`, `record` and
/// `notebook`. Begin with [Timetable].
package memorytax.workshop;
