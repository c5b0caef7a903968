package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// All sources are formatted, and who formats them finds what is not. It is a script of its own, like the tests in a
/// browser: its library is no business of the workbook's.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class FormatTest {
    @TempDir
    Path folder;

    @Test
    void allSourcesAreFormatted() throws Exception {
        var said = format("--check");
        assertTrue(said.out().matches("0 of \\d{4} files are not formatted\n"), said.out() + said.err());
        assertEquals(0, said.exit(), said.err());
    }

    /// What is wrong is found and named, and nothing is written before that is asked for. The second time, nothing is
    /// left to do.
    @Test
    void whatIsNotFormattedIsFoundAndFormatted() throws Exception {
        var wrong = """
            package elsewhere;

            class Wrong {
              private int sum=0;
                @Override
                  public String toString( ) {
                    if (sum > 0)
                      return "none";
                    else
                        return List.of(1,2).stream()
                            .map(i -> {
                              var twice = 2*i;
                                return twice; })
                            .toList().toString() ;
                }
                int[] two() { return new int[] { 1,2 }; }


                enum Kind
                {
                    ONE,
                  /// The other one.
                    TWO
                }
            }
            """;
        var right = """
            package elsewhere;

            class Wrong {
                private int sum = 0;
                @Override
                public String toString() {
                    if (sum > 0)
                        return "none";
                    else
                        return List.of(1, 2).stream()
                            .map(i -> {
                                var twice = 2 * i;
                                return twice;
                            })
                            .toList().toString();
                }
                int[] two() { return new int[]{1, 2}; }

                enum Kind {
                    ONE,
                    /// The other one.
                    TWO
                }
            }
            """;
        var file = Files.writeString(folder.resolve("Wrong.java"), wrong);
        Files.writeString(folder.resolve("Right.java"), right.replace("Wrong", "Right"));
        var checked = format("--check", folder.toString());
        assertEquals(file + ":4:     private int sum = 0;\n1 of 2 files are not formatted\n", checked.out());
        assertEquals(1, checked.exit(), checked.err());
        assertEquals(wrong, Files.readString(file));
        var written = format(folder.toString());
        assertEquals(right, Files.readString(file));
        assertTrue(written.out().endsWith("\n1 of 2 files written\n"), written.out());
        assertEquals(0, written.exit(), written.err());
        assertEquals("0 of 2 files are not formatted\n", format("--check", folder.toString()).out());
    }

    /// A compact file with all that is new in Java 25, and with all that is the author's: breaks, comments that stand
    /// in columns, blocks on one line, empty ones with a blank, and text blocks.
    @Test
    void whatIsTheAuthorsStaysAsItIs() throws Exception {
        var compact = """
            ///usr/bin/env jbang "$0" "$@" ; exit $?
            //JAVA 25+

            import module java.base;

            /// # A heading
            ///
            ///     code,   as it is
            void main(String... arguments) throws Exception {
                for (int i = 0; ; i++)
                    if (i > 3) break;
                    else IO.println(i);
                each(List.of(1, 2,
                             3), task ->
                    work(task)  // it waits here
                        .run());
                IO.println(\"""
                  in   a text,
                    as it is\""");
                try { IO.println(1); } finally { end(() -> { }); }
            }

            Runnable work(Object task) {
                return switch (task) {
                    case Integer _, Long _ -> () -> { };
                    case Point(int x, int _) when x > 0 -> () -> {
                        IO.println(x);       // one
                        IO.println(1_000);   // another
                    };
                    default -> null;
                };
            }

            void each(List<Integer> tasks,
                    Consumer<Object> consumer) { }

            void end(Runnable last) { }

            record Point(int x, int y) { }
            """;
        var file = Files.writeString(folder.resolve("compact.java"), compact);
        var said = format(file.toString());
        assertEquals(compact, Files.readString(file));
        assertEquals("0 of 1 files written\n", said.out(), said.err());
    }

    @Test
    void whatCannotBeFormattedIsSaidInOneLine() throws Exception {
        var file = Files.writeString(folder.resolve("no.java"), "void main() {\n");
        var said = format("--check", file.toString());
        assertTrue(said.out().startsWith(file + ":1: Syntax error"), said.out());
        assertTrue(said.out().endsWith(" (no Java 25)\n0 of 1 files are not formatted\n"), said.out());
        assertEquals(1, said.exit(), said.err());
        assertTrue(format("--help").out().startsWith("./jbang format [--check] [FILE|FOLDER…]\n"));
        for (var word : List.of("--chek", "nowhere")) {
            var refused = format(word);
            assertEquals("format: there is no " + (word.startsWith("-") ? "option " : "file ") + word
                + "; ./jbang format --help says what there is\n", refused.err());
            assertEquals(2, refused.exit());
            assertEquals("", refused.out());
        }
    }

    /// What it prints is kept beside the files that it formats.
    private Said format(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", "cd \"$1\" && shift && exec ./jbang format \"$@\"", "sh",
            House.root().toString()));
        command.addAll(List.of(arguments));
        return Said.by(command, folder);
    }
}
