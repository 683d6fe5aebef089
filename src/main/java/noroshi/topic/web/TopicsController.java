package noroshi.topic.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.community.Communities;
import noroshi.community.MyCommunity;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.topic.Lists;
import noroshi.topic.TopicCursor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything its reader may read in one list, with filters in the address. */
@Controller
class TopicsController {
    private static final int SIZE = 30;

    private final Lists lists;
    private final Communities communities;
    private final Bylines bylines;

    TopicsController(Lists lists, Communities communities, Bylines bylines) {
        this.lists = lists;
        this.communities = communities;
        this.bylines = bylines;
    }

    @GetMapping("/topics")
    Page list(TopicsForm form, Actor actor) {
        var mine = names(communities.mine(actor));
        var found = lists.sifted(form.filter(SIZE, mine.keySet()), actor).get();
        var rows = lists.rows(List.of(found), Reading.level(""), actor).getFirst();
        return new Page(
                "topic/list",
                new TopicsPage(
                        form,
                        rows,
                        bylines.ofRows(rows),
                        mine,
                        found.next().map(TopicCursor::text).orElse("")));
    }

    private static Map<UUID, String> names(List<MyCommunity> mine) {
        var names = new LinkedHashMap<UUID, String>();
        mine.forEach(each -> names.put(each.id(), each.name().in(Ui.locale())));
        return names;
    }
}
