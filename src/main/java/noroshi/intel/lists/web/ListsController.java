package noroshi.intel.lists.web;

import java.util.EnumSet;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.intel.lists.Lists;
import noroshi.intel.lists.Load;
import noroshi.intel.lists.Wanted;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that explains lists and shows what one's own machines have loaded. */
@Controller
class ListsController {
    private static final int ROWS = 50;
    private static final int FARTHEST = 1_000;

    private final Lists lists;
    private final Members members;
    private final SiteSettings settings;

    ListsController(Lists lists, Members members, SiteSettings settings) {
        this.lists = lists;
        this.members = members;
        this.settings = settings;
    }

    @GetMapping("/intel/lists")
    Page show(@RequestParam(defaultValue = "1") int page, Actor actor) {
        var number = Math.clamp(page, 1, FARTHEST);
        var found = lists.loads(new Window((number - 1) * ROWS, ROWS + 1), actor);
        var loads = found.subList(0, Math.min(ROWS, found.size()));
        var accounts = loads.stream().map(Load::account).collect(Collectors.toSet());
        var names = members.names(accounts).values().stream()
                .collect(Collectors.toMap(PersonName::id, name -> name.in(Ui.locale())));
        var everything = Wanted.of(EnumSet.complementOf(EnumSet.of(IndicatorType.OTHER)));
        return new Page(
                "intel/lists/show",
                new ListsPage(
                        settings.url().toString().replaceFirst("/$", ""),
                        lists.select(everything, actor).lines().size(),
                        loads,
                        names,
                        number,
                        found.size() > ROWS));
    }
}
