///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION JMH on the cases of chapter 3: the bytes that its profiler finds, to hold against the chapter's own meter
//JAVA 25+
//DEPS ../../Lib.java
//DEPS org.openjdk.jmh:jmh-core:1.37
//DEPS org.openjdk.jmh:jmh-generator-annprocess:1.37
//SOURCES ../../../chapters/chapter3.java
//JAVAC_OPTIONS -proc:full
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -Djmh.ignoreLock=true
package jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// `./jbang jmh`: a line for each case of chapter 3, its bytes and its name. Times are not looked at, so a run is
/// short: bytes are exact from the moment on that the JIT has done its work.
@State(Scope.Thread)
public class Jmh {
    private static final String CASE = "case";
    private static final int WAITS = 5_000;
    private static final MethodHandle OP = op(System.getProperty(CASE));
    private static final Map<String, String> CASES = new LinkedHashMap<>();

    static {
        CASES.put("stays local", "Near.local");
        CASES.put("branch never taken", "Near.branch");
        CASES.put("one of two", "Near.merged");
        CASES.put("always the same callee", "Near.oneCallee");
        CASES.put("one of four callees", "Far.fourCallees");
        CASES.put("stored in a field", "Far.stored");
        CASES.put("lambda, used here", "Far.lambdaHere");
        CASES.put("lambda, handed over", "Far.lambdaAway");
        CASES.put("array of three", "Rows.known");
        CASES.put("array, place unknown", "Rows.anyPlace");
        CASES.put("array, length unknown", "Rows.anyLength");
    }

    private int i;

    /// One operation, with another number each time, never below zero.
    @Benchmark
    public int operation() throws Throwable {
        i = i + 1 & Integer.MAX_VALUE;
        return (int) OP.invokeExact(i);
    }

    /// Many operations on a fresh virtual thread, as in the chapter. One that lives longer is caught by a collection
    /// some day, and from then on needs a new piece of stack for each wait.
    @Benchmark
    @OperationsPerInvocation(WAITS)
    public int waiting() throws Exception {
        var sum = new CompletableFuture<Integer>();
        Thread.startVirtualThread(() -> {
            try {
                sum.complete(waits());
            } catch (Throwable e) {
                sum.completeExceptionally(e);
            }
        });
        return sum.get();
    }

    private static int waits() throws Throwable {
        int sum = 0;
        for (int n = 0; n < WAITS; n++) sum += (int) OP.invokeExact(n);
        return sum;
    }

    public static void main(String[] args) throws RunnerException {
        for (var each : CASES.entrySet()) say(each.getKey(), bytes(each.getValue(), "operation"));
        say("kept across a wait", bytes("Rows.acrossWait", "waiting") - bytes("onlyWait", "waiting"));
    }

    private static void say(String name, double bytes) {
        System.out.println(String.format(Locale.ROOT, "%8.3f  %s", bytes, name));
    }

    /// @param method   of the chapter, or of a class in it: `Near.local`
    /// @param how    the benchmark that runs it
    private static double bytes(String method, String how) throws RunnerException {
        var options = new OptionsBuilder().include(Jmh.class.getName() + "." + how).forks(1)
            .verbosity(VerboseMode.SILENT).warmupIterations(3).warmupTime(TimeValue.milliseconds(60))
            .measurementIterations(3).measurementTime(TimeValue.milliseconds(60))
            .addProfiler(GCProfiler.class)
            .jvmArgs("-Xbatch", "--sun-misc-unsafe-memory-access=allow", "-D" + CASE + "=" + method)
            .build();
        var results = new Runner(options).runSingle().getAggregatedResult().getSecondaryResults();
        return results.values().stream().filter(r -> r.getLabel().endsWith("gc.alloc.rate.norm")).findFirst()
            .orElseThrow().getScore();
    }

    private static MethodHandle op(String method) {
        if (method == null) return null;
        try {
            int dot = method.indexOf('.');
            var type = Class.forName(dot < 0 ? "chapter3" : "chapter3$" + method.substring(0, dot));
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                .findStatic(type, method.substring(dot + 1), MethodType.methodType(int.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("chapter 3 has no " + method, e);
        }
    }
}
