import module java.base;

/// ## First the task, then the number of tasks
///
/// The slope does not depend on how many tasks there are, so it comes
/// first: twenty calls deep, one more task occupies 6 KB. Then 4 KB are
/// missing from the other number. They are the empty process, divided
/// by the tasks: about 23 MB over 4 KB are 5,600 tasks.
///
/// In the other order you would turn both knobs again and again,
/// because each of them moves the second number.
///
/// ### What it costs
///
/// One number predicts, and the other does not. With 100,000 tasks
/// this program occupies what the slope says, 600 MB and the empty
/// process. Ten KB for each would be a thousand MB.
///
/// ### Where you meet it
///
/// In comparisons of runtimes with a few thousand tasks: the runtime
/// with the larger empty process loses, however small its tasks are.
/// That is why chapter 1 uses the slope.
///
/// ### Hints
///
/// 1. The idea: one number knows nothing of how many tasks there are.
///    Begin with that one. See "Read the same processes in other
///    ways".
/// 2. The API: `with("depth", …)` for the slope, then `tasks(…)` for
///    the division.
/// 3. Nearly the code: (6,144 − 1,200) bytes over 240 for each call,
///    and 23 MB over the 4 KB between the two numbers.
///
/// ### As it came
///
/// ```java
/// static Recipe bothAreRight() {
///     return Recipe.python("asyncio tasks").tasks(100_000);
/// }
/// ```
static Recipe bothAreRight() {
    return Recipe.python("asyncio tasks").with("depth", 20)
        .tasks(5_600);
}
