package noroshi.intel.life;

/**
 * How many organisations have seen a value, and how many have looked and found nothing. Nobody but the Centre is told a
 * number under five; the value's sources are told that there are a few.
 */
public record Tally(long seen, long unseen, boolean few) {
    public static final Tally NONE = new Tally(0, 0, false);
}
