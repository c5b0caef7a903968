import module java.base;

/// ## Wait eighty calls deep
///
/// An asyncio task that waits keeps one coroutine for each call that
/// has not returned, and each of them takes about 240 bytes. Eighty
/// calls and the task itself come to 20 KB. This is a slope: it does
/// not depend on how many tasks there are. (Before Python 3.11 each
/// call takes more than 550 bytes, so fewer calls are enough.)
///
/// Another way is to divide: a Python process without tasks takes
/// about 23 MB. With 1,200 tasks, `tasks(1_200).whole()` gives 20 KB
/// for tasks that take 1.2 KB. Nothing in that number is wrong but its
/// name.
///
/// ### What it costs
///
/// With 10,000 tasks the first recipe really occupies 200 MB. The
/// second occupies 25 MB, and 12 MB more with 10,000 further tasks.
/// The same number, and ten times the memory: a number without its
/// recipe does not say which.
///
/// ### Where you meet it
///
/// In posts and talks that name a size per task. Ask for the recipe:
/// how many tasks, how deep, which settings, divided or a slope. Ask
/// this chapter with `--explain`.
///
/// ### Hints
///
/// 1. The idea: either each task becomes larger, or fewer tasks share
///    the process. See "Where your figure can come from".
/// 2. The API: `with("depth", …)` and `resident()`, or a smaller number
///    in `tasks` with `whole()`.
/// 3. Nearly the code: each further call adds about 240 bytes. How many
///    of them are in 20,480 − 1,200 bytes?
///
/// ### As it came
///
/// ```java
/// static Recipe twentyKilobytes() {
///     return Recipe.python("asyncio tasks").tasks(100_000).whole();
/// }
/// ```
static Recipe twentyKilobytes() {
    return Recipe.python("asyncio tasks").with("depth", 80)
        .tasks(10_000).resident();
}
