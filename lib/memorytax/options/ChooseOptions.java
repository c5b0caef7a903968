package memorytax.options;

import memorytax.claim.UserClaims;
import memorytax.measure.plan.Effort;
import memorytax.notebook.Edition;
import memorytax.notebook.Prediction;
import memorytax.service.Offer;
import memorytax.service.WaitsFor;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What a reader can say of a service that is to be planned: the answers to the chapter's questions, and on which terms
/// memory is to be had.
@Command(footer = {"", "Examples:",
    "  ./jbang ${COMMAND-NAME}                          asks you about your service",
    "  ./jbang ${COMMAND-NAME} --tasks 50000 --depth 60 --holding 8KB --allocating 50MB/s",
    "  ./jbang ${COMMAND-NAME} --price 2.50 --machine 32GB --only machines"})
public final class ChooseOptions extends Options {
    @Option(names = "--depth", order = -9, paramLabel = "N", converter = Depth.class,
        description = "How many calls deep a waiting task is, from 0 to 1,000.")
    Integer depth;
    @Option(names = "--holding", order = -8, paramLabel = "SIZE", converter = Holding.class,
        description = "Bytes that each task holds while it waits: 800B, 4KB, at most 1MB.")
    String holding;
    @Option(names = "--allocating", order = -7, paramLabel = "RATE", converter = Allocating.class,
        description = "Garbage that all tasks together make in a second: 100MB/s, 1.5GB/s, at most 10GB/s; 0 for none.")
    String allocating;
    @Option(names = "--limit", order = -6, paramLabel = "SIZE", converter = Limit.class,
        description = "Memory that the service may use: 512MB, 8GB, at least 16MB.")
    String limit;
    @Option(names = "--connections", order = -5,
        description = "Each task is a connection with a client: its cost is taken from chapter 9.")
    boolean connections;
    @Option(names = "--price", order = -4, paramLabel = "USD", converter = Price.class,
        description = "What 1 GB of memory costs in a month, in USD.")
    Double price;
    @Option(names = "--machine", order = -3, paramLabel = "SIZE", converter = Limit.class,
        description = "Memory of one machine, if your service needs several: 32GB, at least 16MB.")
    String machine;
    @Option(names = "--claims", order = -2, paramLabel = "FILE",
        description = "Also judge the claims in a CSV file of yours. Its form: data/CLAIMS.md")
    Path claimed;
    private UserClaims claims = UserClaims.NONE;

    /// `--tasks` is the service's here, and one number.
    @Override
    void adapt(CommandSpec spec) {
        var tasks = spec.findOption("--tasks");
        spec.remove(tasks);
        spec.addOption(OptionSpec.builder(tasks).order(-10).paramLabel("N").converters(new One())
            .description("Tasks of your service that wait at the same time, from 1 to 10,000,000.").build());
    }

    /// What is weighed on the way has its own numbers of tasks.
    @Override
    public Effort effort() {
        var all = super.effort();
        return new Effort(all.pace(), all.said(), List.of(), all.with());
    }

    @Override
    public boolean resumes() {
        return super.resumes() && !connections; // it is another service
    }

    @Override
    public Map<String, String> said() {
        var said = new LinkedHashMap<String, String>();
        if (!tasks.numbers().isEmpty()) said.put("tasks", String.valueOf(tasks.numbers().getFirst()));
        if (depth != null) said.put("depth", String.valueOf(depth));
        if (holding != null) said.put("holding", holding);
        if (allocating != null) said.put("allocating", allocating);
        if (limit != null) said.put("limit", limit);
        return said;
    }

    @Override
    public Edition of(Edition built) {
        if (connections && !guests.all().isEmpty()) throw new IllegalArgumentException("--with: it does not go with "
            + "--connections, because chapter 9 has no servers of " + guests);
        try {
            if (claimed != null) claims = UserClaims.read(claimed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--claims: " + e.getMessage(), e);
        }
        return super.of(built);
    }

    /// What the tasks of the service wait for.
    public WaitsFor waitsFor() {
        return connections ? WaitsFor.CLIENT : WaitsFor.SIGNAL;
    }

    /// On which terms memory is to be had.
    public Offer offer() {
        var offer = Offer.usual();
        if (price != null) offer = offer.at(price);
        return machine == null ? offer : offer.on(bytes(machine));
    }

    /// The claims of the reader, once the chapter is known.
    public UserClaims claims() {
        return claims;
    }

    private static double bytes(String size) {
        return Prediction.bytes().answered(size).value().orElseThrow();
    }

    /// A size as [Prediction#bytes] understands it.
    private static String size(String text, double least, double most) {
        return checked(Prediction.bytes().between(least, most), text, "size");
    }

    private static String checked(Prediction asked, String text, String what) {
        try {
            asked.answered(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                e.getMessage().replace("is not an answer here; ", "is not an allowed " + what + "; "));
        }
    }

    private static final class One implements ITypeConverter<TaskNumbers> {
        @Override
        public TaskNumbers convert(String text) {
            return new TaskNumbers(List.of(TaskNumbers.number(text, 1, 10_000_000)));
        }
    }

    private static final class Depth implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return TaskNumbers.number(text, 0, 1_000);
        }
    }

    private static final class Holding implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return size(text, 0, 1 << 20);
        }
    }

    private static final class Allocating implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return checked(Prediction.rate().between(0, 10L << 30), text, "rate");
        }
    }

    private static final class Limit implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return size(text, 16 << 20, 1L << 44);
        }
    }

    private static final class Price implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            var price = text.matches("\\d{1,6}(\\.\\d{1,6})?") ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
            if (!(price.orElse(0) > 0)) throw new TypeConversionException(
                "\"" + text + "\" is not an allowed price; allowed: more than zero, like 3.24");
            return price.getAsDouble();
        }
    }
}
