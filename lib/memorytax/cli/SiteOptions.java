package memorytax.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// The options for whoever puts the workbook's pages on a static host.
final class SiteOptions {
    @Option(names = "--site", paramLabel = "DIR", description = "Write our recorded runs of all chapters, with the "
        + "ledger, cheat sheet and glossary, as a site for a static host.")
    Path folder;
    @Option(names = "--base-url", paramLabel = "URL", converter = Address.class, description = "With --site: the "
        + "address that the site is going to have, for previews of its links.")
    String base = "";

    /// The one that is given, for a line that says what is wrong; empty where none is.
    String named() {
        return folder != null ? "--site" : base.isEmpty() ? "" : "--base-url";
    }

    private static final class Address implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                var address = new URI(text.strip());
                if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null && address.getQuery() == null && address.getFragment() == null)
                    return text.strip().replaceFirst("/*$", "/");
            } catch (URISyntaxException e) {
                // said below
            }
            throw new TypeConversionException(
                "\"" + text + "\" is not an address like https://example.org/workbook/");
        }
    }
}
