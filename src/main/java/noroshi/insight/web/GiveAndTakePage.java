package noroshi.insight.web;

import noroshi.topic.GiveAndTake;

/** What the reader gave and got in the chosen days. */
public record GiveAndTakePage(Chosen chosen, GiveAndTake figures) {
    public boolean nothing() {
        return figures.equals(new GiveAndTake(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
