package memorytax.measure.plan;

import memorytax.child.Load;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A worker that a reader writes in a language of choice: a whole program, which takes jobs from the post of its
/// language (`lib/peers/post.py` and others of that name) and holds them while they wait. [Scale#weigh] weighs it with
/// all of them. Then each job gets its answer, and none may be lost.
///
/// ```java
/// Worker.ruby("""
///     require_relative "post"
///
///     def jobs(post)
///       names = {}
///       post.deliver { |job, answer| post.answer(job, names[job] + answer) }
///       post.jobs.times { |job| names[job] = post.take(job); post.waits(job) }
///     end
///
///     work(method(:jobs))
///     """)
/// ```
///
/// @param runtime as [Peers#runtimes] names it: `node`
/// @param text    of the program; empty for one in Java
/// @param java    a load of the chapter; empty for the others
public record Worker(String runtime, String text, Optional<Load> java) {
    private static final String NAME = "your worker";
    private static final int FORKS = 3;

    /// One in another language than Java.
    private Worker(String runtime, String text) {
        this(runtime, text, Optional.empty());
    }

    /// One in Java, without a text, and with the post that Java's other exercises have:
    /// `n -> Post.of(n, post -> light(post))`.
    public static Worker java(Load load) {
        return new Worker("java", "", Optional.of(load));
    }

    /// One in Go, of `package main`: `func main() { work(jobs) }`, and `jobs` takes a `*Post`.
    public static Worker go(String text) {
        return new Worker("go", text);
    }

    /// One in Python: `from post import work`, and in the end `work(jobs)`.
    public static Worker python(String text) {
        return new Worker("python", text);
    }

    /// One in JavaScript, for Node: `import { work } from "./post.mjs"`, and in the end `work(jobs)`.
    public static Worker node(String text) {
        return new Worker("node", text);
    }

    /// One in Rust, with tokio: `mod post; mod scale;`, and a main of `post::work(jobs)`.
    public static Worker rust(String text) {
        return new Worker("rust", text);
    }

    /// One in Kotlin: `import scale.work`, and `fun main(args: Array<String>) = work(args, ::jobs)`.
    public static Worker kotlin(String text) {
        return new Worker("kotlin", text);
    }

    /// One in Ruby: `require_relative "post"`, and in the end `work(method(:jobs))`.
    public static Worker ruby(String text) {
        return new Worker("ruby", text);
    }

    /// The rows of one that holds so many jobs. No record stands in for it: a record is of another worker.
    Weighings on(Scale scale, int jobs) {
        var series = new Series(scale, List.of(jobs)).forks(FORKS).proven();
        if (java.isPresent()) return series.java(NAME, java.get()).weigh();
        var peer = scale.peers().worker(runtime, text).as(NAME);
        boolean absent = peer.launch().isEmpty() && !peer.isBroken() && !scale.archive().only();
        return absent ? skipped(scale, jobs, peer) : series.peer(peer).weigh();
    }

    private static Weighings skipped(Scale scale, int jobs, Peers.Peer peer) {
        return new Weighings(scale.step(), List.of(new Weighing(peer.contender(), jobs, Map.of(), 1,
            Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(),
            new Outcome.Skipped(peer.missing()))));
    }

    /// `a worker for go: 24 lines`
    @Override
    public String toString() {
        return "a worker for " + runtime + (java.isPresent() ? ""
            : ": " + Counted.of((int) text.lines().count(), "line"));
    }
}
