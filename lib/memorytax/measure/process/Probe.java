package memorytax.measure.process;

import java.io.IOException;
import java.util.Map;

/// A look at a process that has its load, from outside: what tools say that come with its language.
@FunctionalInterface
public interface Probe {
    /// What is seen, and how many tasks of it: `chapter6.java:87` -> 10,000.
    ///
    /// @throws IOException when the tool is not there or does not answer; its message is for the reader
    Map<String, Integer> at(long pid) throws IOException, InterruptedException;
}
