package noroshi.intel.lists.web;

import java.util.HashSet;
import java.util.stream.Collectors;
import noroshi.intel.lists.Holdings;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the machines of one's own organisation got and when, and what of it was withdrawn since. */
@Controller
class ReceivedController {
    private static final int ROWS = 50;
    private static final int FARTHEST = 1_000;

    private final Holdings holdings;
    private final Members members;

    ReceivedController(Holdings holdings, Members members) {
        this.holdings = holdings;
        this.members = members;
    }

    @GetMapping("/intel/received")
    Page show(@RequestParam(defaultValue = "1") int page, Actor actor) {
        var number = Math.clamp(page, 1, FARTHEST);
        var feeds = holdings.feeds(actor);
        var found = holdings.takenBack(new Window((number - 1) * ROWS, ROWS + 1), actor);
        var accounts = new HashSet<>(feeds.stream().map(Holdings.Feed::account).toList());
        found.forEach(each -> accounts.addAll(each.holders()));
        var names = members.names(accounts).values().stream()
                .collect(Collectors.toMap(PersonName::id, name -> name.in(Ui.locale())));
        return new Page(
                "intel/received",
                new ReceivedPage(
                        feeds,
                        found.subList(0, Math.min(ROWS, found.size())),
                        holdings.stillHeld(actor),
                        names,
                        number,
                        found.size() > ROWS));
    }
}
