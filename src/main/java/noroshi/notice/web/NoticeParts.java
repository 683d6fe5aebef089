package noroshi.notice.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.notice.DutyDesk;
import noroshi.notice.Entry;
import noroshi.notice.Notices;
import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Composes what pages show of one notice. */
@Component
class NoticeParts {
    private final Notices notices;
    private final DutyDesk desk;
    private final Topics topics;
    private final Members members;
    private final Clock clock;

    NoticeParts(Notices notices, DutyDesk desk, Topics topics, Members members, Clock clock) {
        this.notices = notices;
        this.desk = desk;
        this.topics = topics;
        this.members = members;
        this.clock = clock;
    }

    NoticePart of(UUID topic, AnswerForm form, FormErrors errors, Actor actor) {
        var notice = notices.show(topic, actor);
        var organisation = members.organisation(notice.organisation());
        var watches = notices.watching(actor);
        return new NoticePart(
                notice,
                topics.show(topic, actor).title(),
                organisation.in(Ui.locale()),
                watches ? organisation.windowPhone() : "",
                notices.firstView(notice, actor),
                notices.entries(topic, actor).stream().map(this::line).toList(),
                desk.rungs(topic, actor),
                desk.together(topic, actor),
                desk.batchOf(topic, actor),
                notices.mayAnswer(notice, actor),
                watches,
                clock.instant(),
                form,
                errors);
    }

    private NoticePart.Line line(Entry entry) {
        return new NoticePart.Line(
                entry,
                Optional.ofNullable(members.names(List.of(entry.by())).get(entry.by()))
                        .map(name -> name.in(Ui.locale()))
                        .orElse(""));
    }
}
