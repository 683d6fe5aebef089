package noroshi.notification;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Does now what the platform does every moment, so that tests need not wait. */
@TestComponent
public class RightNow {
    @Autowired
    SpreadNews news;

    @Autowired
    GatherDigests digests;

    @Autowired
    Postman postman;

    /** Everything that happened is told. */
    public void spread() {
        news.run();
    }

    /** Every digest whose hour has come is gathered. */
    public void gather() {
        digests.run();
    }

    /** Everything that is due has left. */
    public void post() {
        postman.run();
    }
}
