///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Weighs a task of your own: a file in Java, Go or Python, or any program
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES weigh.java
//FILES chapter1.java
//FILES chapter1.go
//FILES chapter1.py
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED

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
/// A task of your own is on the scale, in the way of the first chapter:
/// every point is a fresh process, weighed from outside, empty first,
/// then with all its tasks waiting.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).weigh(args);
}

/// ## Your file
///
/// It is weighed as it is. What a task keeps while it waits is what
/// you pay for.
String file(UserFile own) {
    return own.code();
}

/// ## Your machine
///
/// Another version of the same language may give other numbers.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Weigh it
///
/// Look at the interval before you look at the price. If it is wide,
/// give the machine some quiet, or ask for more forks.
Weighings weighed(Scale scale, UserFile own) {
    return scale.sizes(1_000, 10_000, 50_000).thorough(1_000_000)
        .own(own)
        .weigh();
}

/// ## Growth
///
/// A cost that is the same for every task is a straight line here. A
/// line that bends speaks of a table that doubles, of a pool, or of
/// something that the tasks share.
XYChart growth(Weighings weighed) {
    return Charts.growth(weighed);
}

/// ## One task's share
///
/// What one more task costs: the slope of those lines. *Charged* is what
/// you pay: resident memory and what the kernel holds. *Live* is what is
/// left after a full collection, where a runtime can tell.
XYChart share(Weighings weighed) {
    return Charts.share(weighed);
}

/// ## The number to remember
///
/// One more task, by the scale, and how sure that is.
Headline headline(UserFile own, Weighings weighed) {
    var cost = weighed.slope(own.first());
    var unsure = cost.map(c -> Bytes.of(c.plusMinus())).orElse("–");
    return Headline.of(cost, "for one more of \"%s\", ± %s."
        .formatted(own.first(), unsure));
}
