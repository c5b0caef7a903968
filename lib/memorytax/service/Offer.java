package memorytax.service;

import memorytax.file.Csv;
import memorytax.measure.result.Bytes;

import java.util.Locale;

/// On which terms memory is to be had. A step receives it as its parameter `Offer offer`.
///
/// @param price   of a GB for a month, in USD
/// @param source  who asks that, and where it is published
/// @param machine bytes of one machine, where several are needed
public record Offer(double price, String source, double machine) {
    private static final String PRICE = "usd_per_gb_hour";
    /// Hours of a month, as clouds count them.
    private static final double HOURS = 730;
    /// Of a machine's memory, what is left to the system and to all else.
    public static final double SHARE = 0.2;

    /// The list price of data/prices.csv, whose columns nobody else knows, and machines of 16 GB.
    public static Offer usual() {
        var row = Csv.data("prices.csv").getFirst();
        return new Offer(row.number(PRICE).orElseThrow() * HOURS, String.format(Locale.ROOT,
            "%s, %s: %s USD for a GB and an hour, as published in %s (%s). The price may have changed",
            row.text("source"),
            row.text("what"), row.text(PRICE), row.text("year"), row.text("url")), 16L << 30);
    }

    /// At the reader's own price.
    public Offer at(double price) {
        return new Offer(price, "your own price", machine);
    }

    /// On machines of that size.
    public Offer on(double bytes) {
        return new Offer(price, source, bytes);
    }

    /// USD for so many bytes and a month.
    public double month(double bytes) {
        return price * bytes / (1L << 30);
    }

    /// Bytes of one machine that a service can have.
    public double room() {
        return machine * (1 - SHARE);
    }

    /// `3.24 USD for a GB and a month`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f USD for a GB and a month, machines of %s", price, Bytes.named(machine));
    }
}
