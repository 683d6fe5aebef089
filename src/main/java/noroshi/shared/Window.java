package noroshi.shared;

/** One page of a list: how many to pass over, how many to show. */
public record Window(int offset, int size) {
    private static final int LARGEST = 200;

    public Window {
        if (offset < 0 || size < 1 || size > LARGEST) {
            throw new RuleBroken("refusal.page");
        }
    }

    /** Page numbers start at 1. */
    public static Window page(int number, int size) {
        return new Window(Math.multiplyExact(Math.max(number, 1) - 1, size), size);
    }
}
