package noroshi.sanitised;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.bulletin.Copy;
import noroshi.membership.Organisations;
import noroshi.membership.Reference;
import noroshi.membership.Trait;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Component;

/** Reckons with what readers know: who takes part, in which sector, and where. */
@Component
class Crowd {
    private static final int SHORTEST = 2;

    private final CopyStore copies;
    private final Organisations organisations;
    private final Clock clock;

    Crowd(CopyStore copies, Organisations organisations, Clock clock, SiteSettings settings) {
        this.copies = copies;
        this.organisations = organisations;
        this.clock = clock.withZone(settings.tz());
    }

    /** How many it could have been, by what the desk says is told and by what the words themselves say. */
    Fit fit(Copy copy, Collection<Told> chosen) {
        var told = new LinkedHashSet<>(chosen);
        told.addAll(said(copy));
        var today = LocalDate.now(clock);
        var all = List.copyOf(told);
        return new Fit(
                all,
                copies.fitting(all, today),
                all.stream()
                        .map(one -> new Fit.Wider(one, copies.fitting(without(all, one), today)))
                        .toList());
    }

    private static List<Told> without(List<Told> all, Told one) {
        return all.stream().filter(it -> !it.equals(one)).toList();
    }

    private List<Told> said(Copy copy) {
        var words = String.join("\n", Scrubber.texts(copy));
        var said = new ArrayList<Told>();
        for (var trait : Trait.values()) {
            organisations.references(trait).stream()
                    .filter(reference -> says(words, reference))
                    .map(reference -> new Told(trait, reference.code()))
                    .forEach(said::add);
        }
        return said;
    }

    private static boolean says(String words, Reference reference) {
        return reference.name().length() >= SHORTEST && words.contains(reference.name())
                || Pattern.compile("(?<!\\w)" + Pattern.quote(reference.nameEn()) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                        .matcher(words)
                        .find();
    }
}
