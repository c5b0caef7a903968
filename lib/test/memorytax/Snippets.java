package memorytax;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A JShell as `jbang -i` starts it, in this JVM.
record Snippets(JShell shell) implements AutoCloseable {
    Snippets() {
        this(JShell.builder().executionEngine("local").build());
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) shell.addToClasspath(entry);
    }

    /// What `/open` does.
    void open(String chapter) {
        for (var rest = House.read("chapters/" + chapter); !rest.isBlank(); ) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.source() == null) break; // nothing but a comment is left
            eval(next.source());
            rest = next.remaining();
        }
    }

    String value(String source) {
        return eval(source).getLast().value();
    }

    /// What it changed; fails when JShell has something against it.
    List<SnippetEvent> eval(String source) {
        var events = shell.eval(source);
        var against = new ArrayList<String>();
        for (var event : events) {
            var thrown = event.exception();
            if (thrown != null) against.add(thrown + " because " + thrown.getCause());
            if (event.status() == Snippet.Status.REJECTED)
                shell.diagnostics(event.snippet()).map(d -> d.getMessage(Locale.ROOT)).forEach(against::add);
        }
        assertEquals(List.of(), against, source);
        return events;
    }

    @Override
    public void close() {
        shell.close();
    }
}
