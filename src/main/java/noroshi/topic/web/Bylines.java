package noroshi.topic.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.TopicRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the authors of many documents with two look-ups. */
@Component
public class Bylines {
    private final Members members;

    Bylines(Members members) {
        this.members = members;
    }

    /** Looks up at once whom a page is going to name. */
    void expect(Collection<UUID> people) {
        members.names(people);
    }

    /** The bylines of these authors. */
    public Map<Author, Byline> of(Collection<? extends Author> authors) {
        var known = authors.stream()
                .filter(Author.Known.class::isInstance)
                .map(Author.Known.class::cast)
                .distinct()
                .toList();
        var people = members.names(known.stream().map(Author.Known::person).toList());
        var organisations = members.organisations(
                known.stream().map(Author.Known::organisation).distinct().toList());
        var centre = members.centre();
        var bylines = new HashMap<Author, Byline>();
        for (var author : known) {
            var staff = centre.filter(author.organisation()::equals).isPresent();
            var byline = byline(people.get(author.person()), organisations.get(author.organisation()), staff);
            bylines.put(author, byline);
        }
        bylines.put(new Author.Hidden(), new Byline(Ui.text("topic.hidden-author"), "", false, true));
        return bylines;
    }

    /** The bylines of the authors of these rows. */
    public Map<Author, Byline> ofRows(Collection<TopicRow> rows) {
        return of(rows.stream().map(TopicRow::author).toList());
    }

    private static Byline byline(@Nullable PersonName person, @Nullable OrganisationName organisation, boolean staff) {
        Locale locale = Ui.locale();
        var name = person == null ? Ui.text("topic.unknown-author") : person.in(locale);
        var of = organisation == null ? "" : organisation.in(locale);
        return new Byline(name, of, staff, false);
    }
}
