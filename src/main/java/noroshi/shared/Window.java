package noroshi.shared;

/** One page of a list: how many to pass over, how many to show. */
public record Window(int offset, int size) {
    private static final int LARGEST = 200;
    private static final int FARTHEST = 1_000_000;

    public Window {
        if (offset < 0 || size < 1 || size > LARGEST) {
            throw new RuleBroken("refusal.page");
        }
    }

    /** Page numbers start at 1. */
    public static Window page(int number, int size) {
        var offset = (Math.max(number, 1) - 1L) * size;
        if (offset > FARTHEST) {
            throw new RuleBroken("refusal.page");
        }
        return new Window((int) offset, size);
    }
}
