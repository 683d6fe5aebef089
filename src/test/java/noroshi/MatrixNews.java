package noroshi;

import static noroshi.testing.Cast.NOOR;

import java.util.Map;
import java.util.UUID;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.shared.Window;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** What Noor was told last, for the access matrix; and an address of a message that nobody got. */
@TestComponent
@Import(RightNow.class)
class MatrixNews {
    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    void put(Map<String, String> ids) {
        rightNow.spread();
        var newest = notifications.list(false, new Window(0, 1), NOOR).getFirst();
        ids.put("item", newest.shown().item().toString());
        ids.put("reader", UUID.randomUUID().toString());
        ids.put("which", "mail");
    }
}
