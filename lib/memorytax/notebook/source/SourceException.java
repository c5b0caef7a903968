package memorytax.notebook.source;

/// A chapter that is not Java. The message is one line: file, line, and what javac says.
@SuppressWarnings("serial")
public final class SourceException extends IllegalArgumentException {
    SourceException(String message) {
        super(message);
    }
}
