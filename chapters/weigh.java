///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Weighs a task of your own: a file in Java, Go or Python, or any program
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES weigh.java
//FILES chapter1.java
//FILES chapter1.go
//FILES chapter1.py
//FILES chapter11.erl
//FILES chapter11.ex
//FILES chapter11.kt
//FILES chapter11.mjs
//FILES chapter11.rb
//FILES chapter11.rs
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.claim.Headline;
import memorytax.measure.plan.*;
import memorytax.measure.process.UserFile;
import memorytax.measure.result.*;
import memorytax.record.Machine;
import org.knowm.xchart.XYChart;

/// # What does one task of your file cost?
///
/// This chapter weighs the tasks of your own file, as chapter 1 weighs
/// its tasks. A *task* is one piece of concurrent work: for example a
/// virtual thread, a goroutine or an asyncio task. What a task keeps
/// while it waits is what you pay for: its frames, which are the local
/// variables of each call that has not returned yet, and all objects
/// that these variables refer to.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).weigh(args);
}

/// ## The file that is weighed
///
/// Your file contains at least one *load*: code that starts tasks which
/// wait. Each load is weighed. Find the line at which a task waits: all
/// that is used after that line is kept while the task waits.
String file(UserFile own) {
    return own.code();
}

/// ## Your machine
///
/// Another version of the same language may give other numbers. So
/// write the versions beside every number that you pass on.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Weigh the tasks of your file
///
/// What is weighed: fresh processes, called *forks*. Each fork is
/// weighed from outside while it is empty (its *baseline*), and again
/// when every task has said that it runs. There are several forks for
/// each number of tasks.
///
/// Look at *one more task*: the *slope*, the bytes that the process
/// grows by with each further task. The ± is its *95 % interval*: how
/// well the forks agree. If it is wide, give the machine some quiet, or
/// ask for more forks: `--forks 10`. *Over sizes* says how far the cost
/// depends on the number of tasks.
///
/// We expect a task of yours to cost more than a task that only waits,
/// because it also keeps your objects. `--against goroutines` weighs
/// such tasks beside yours, `--tasks 500,2000` sets the numbers of
/// tasks. A load in Java runs in a JVM that has just started: once the
/// JVM has compiled the code, a virtual thread keeps less.
Weighings weighed(Scale scale, UserFile own) {
    return scale.sizes(1_000, 10_000, 50_000).thorough(1_000_000)
        .own(own)
        .weigh();
}

/// ## How memory grows with the number of tasks
///
/// On both axes, each labelled value is ten times the one before. The
/// empty process is left out. A cost that is the same for every task is
/// a straight line.
///
/// A line that is flatter at its left has a cost that comes with the
/// first tasks, whatever their number: code that is loaded, or a pool
/// that all tasks share. Where a table doubles or a heap grows by a
/// step, the line has a jump.
XYChart growth(Weighings weighed) {
    return Charts.growth(weighed);
}

/// ## What one more task costs
///
/// *Charged* is what the memory limit of a container counts: resident
/// memory, which is what the process occupies in RAM, and what the
/// kernel holds for the process. *Live* is what a full collection
/// leaves in the heap. Java and Go report it, Python does not.
///
/// Charged can be more than live: the heap may have free room and
/// garbage, and a task may keep memory outside the heap, such as the
/// stack of a platform thread. A cost can also be more than you count
/// in your code, because runtimes round up. A goroutine's stack can
/// only double, so one more variable may cost as many bytes as the
/// whole stack had before.
XYChart share(Weighings weighed) {
    return Charts.share(weighed);
}

/// ## The number to remember: one task of your file
///
/// This is the slope of resident memory, for the first load of the
/// file. The ± is half the width of its 95 % interval. If you pass the
/// number on, say what the task waits for.
Headline headline(UserFile own, Weighings weighed) {
    var cost = weighed.slope(own.first());
    var unsure = cost.map(c -> Bytes.of(c.plusMinus())).orElse("–");
    return Headline.of(cost, "for one more task of \"%s\", ± %s."
        .formatted(own.first(), unsure));
}
