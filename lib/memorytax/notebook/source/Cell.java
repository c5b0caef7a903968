package memorytax.notebook.source;

import java.util.List;

/// A piece of a chapter, in file order. `name` is the Java name of the member, `code` its source without the doc
/// comment, dedented; `line` is where that begins in the file.
public sealed interface Cell {
    String name();

    String code();

    int line();

    /// A documented static member: shown, not run.
    record Exhibit(String name, String title, String prose, String code, int line) implements Cell, Documented {
    }

    /// A documented instance method: run, with what earlier steps returned.
    record Step(String name, String title, String prose, String code, int line, List<Parameter> parameters,
                String type) implements Cell, Documented {
        /// Whether one of its parameters is of this type.
        public boolean takes(Class<?> type) {
            return parameters.stream().anyMatch(parameter -> parameter.is(type));
        }

        /// Whether it asks the reader something, and measures nothing.
        public boolean isQuestion() {
            return Signatures.simple(type).equals("Prediction");
        }

        /// Whether it judges claims.
        public boolean isVerdict() {
            return Signatures.simple(type).endsWith("Verdicts");
        }

        /// Whether it tries a method that is the reader's to edit.
        public boolean isExercise() {
            return Signatures.simple(type).equals("Check");
        }
    }

    /// An undocumented member: there, shown on request.
    record Folded(String name, String code, int line) implements Cell {
    }

    /// What has prose of its own: Markdown, without its `## ` heading, which is the title.
    sealed interface Documented extends Cell permits Exhibit, Step {
        /// The name of the cell that says what to take to work.
        String TAKE_TO_WORK = "takeToWork";

        String title();

        String prose();

        /// Whether it says what to take to work.
        default boolean isTakeToWork() {
            return name().equals(TAKE_TO_WORK);
        }
    }

    /// One parameter of a step, as it is written: `Weighings weighed`.
    record Parameter(String type, String name) {
        /// `Scale scale`, of a class.
        public static Parameter of(Class<?> type, String name) {
            return new Parameter(type.getSimpleName(), name);
        }

        /// Whether it is of this type, as far as a source without its imports tells.
        public boolean is(Class<?> type) {
            return Signatures.simple(this.type).equals(type.getSimpleName());
        }

        @Override
        public String toString() {
            return type + " " + name;
        }
    }
}
