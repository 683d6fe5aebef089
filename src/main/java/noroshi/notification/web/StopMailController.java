package noroshi.notification.web;

import java.util.UUID;
import noroshi.notification.Preferences;
import noroshi.notification.Preferences.Stop;
import noroshi.shared.NotFound;
import noroshi.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Stops mail with one click (RFC 8058), signed in or not; looking at the address stops nothing. */
@Controller
@RequestMapping("/stop-mail/{reader}/{which}")
class StopMailController {
    private final Preferences preferences;

    StopMailController(Preferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    Page ask(@PathVariable UUID reader, @PathVariable String which) {
        return new Page("notification/stop", new StopPage(reader, stop(which), false));
    }

    @PostMapping
    Page stop(@PathVariable UUID reader, @PathVariable String which) {
        preferences.stop(reader, stop(which));
        return new Page("notification/stop", new StopPage(reader, stop(which), true), HttpStatus.OK);
    }

    private static Stop stop(String which) {
        return switch (which) {
            case "mail" -> Stop.MAIL;
            case "digest" -> Stop.DIGEST;
            default -> throw new NotFound();
        };
    }
}
