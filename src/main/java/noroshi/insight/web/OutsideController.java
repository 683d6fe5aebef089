package noroshi.insight.web;

import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.insight.OpenedOutside;
import noroshi.insight.OwnFigures;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.topic.Level;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** An organisation's administrator sees who outside opened what is theirs. */
@Controller
class OutsideController {
    private final OwnFigures own;
    private final Topics topics;
    private final Members members;
    private final Periods periods;

    OutsideController(OwnFigures own, Topics topics, Members members, Periods periods) {
        this.own = own;
        this.topics = topics;
        this.members = members;
        this.periods = periods;
    }

    @GetMapping("/insight/outside")
    Page show(@ModelAttribute PeriodForm form, Actor actor) {
        var chosen = periods.choose(form, actor);
        var opened = own.outside(chosen.period(), actor);
        var ids = opened.stream().map(OpenedOutside::topic).distinct().toList();
        var titles = topics.rows(ids, Level.valueOf(Ui.level().name()), actor).stream()
                .collect(Collectors.toMap(TopicRow::id, TopicRow::title));
        var names = members.organisations(
                opened.stream().map(OpenedOutside::organisation).distinct().toList());
        var rows = opened.stream()
                .map(each -> new OutsidePage.Row(
                        each.topic(),
                        titles.getOrDefault(each.topic(), ""),
                        Optional.ofNullable(names.get(each.organisation()))
                                .map(name -> name.in(Ui.locale()))
                                .orElse(""),
                        each.firstAt(),
                        each.people()))
                .toList();
        return new Page("insight/outside", new OutsidePage(chosen, rows, ids.size(), names.size()));
    }
}
