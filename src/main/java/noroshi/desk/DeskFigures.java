package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the desk's figures: counted from the matters, so that each number has its list. For the desk. */
@Service
@Transactional(readOnly = true)
public class DeskFigures {
    private static final int LONGEST_YEARS = 20;

    private final CountStore counts;
    private final MatterStore matters;
    private final Ledger ledger;
    private final List<ToldToAll> told;

    DeskFigures(CountStore counts, MatterStore matters, Ledger ledger, List<ToldToAll> told) {
        this.told = List.copyOf(told);
        this.counts = counts;
        this.matters = matters;
        this.ledger = ledger;
    }

    /** The matters that were opened from one day to another, both included. */
    public List<Counted> of(LocalDate from, LocalDate to, Actor actor) {
        requirePeriod(from, to);
        var known = new HashMap<UUID, ToldToAll.Where>();
        told.forEach(each -> known.putAll(each.of(actor)));
        return counts.matters(start(from), start(to.plusDays(1)), ledger.zone(), known);
    }

    /** Who was told of them, and when they opened them. */
    public List<Reached> reached(LocalDate from, LocalDate to, Actor actor) {
        requirePeriod(from, to);
        return counts.reached(start(from), start(to.plusDays(1)), ledger.zone());
    }

    /** How much information the Centre gave to those who take part, by fiscal year. */
    public Map<Integer, Integer> informed(LocalDate from, LocalDate to, Actor actor) {
        requirePeriod(from, to);
        return counts.informed(start(from), start(to.plusDays(1)), ledger.zone());
    }

    /** What sectors and kinds of organisations are called. */
    public Labels labels(Actor actor) {
        requireStaff();
        return new Labels(counts.names());
    }

    /** Names of sectors and of kinds of organisations; a code that has none stands for itself. */
    public record Labels(List<CountStore.Named> all) {
        public String sector(String code, Locale locale) {
            return name(true, code, locale);
        }

        public String category(String code, Locale locale) {
            return name(false, code, locale);
        }

        private String name(boolean sector, String code, Locale locale) {
            return all.stream()
                    .filter(it -> it.sector() == sector && it.code().equals(code))
                    .findFirst()
                    .map(it -> locale.getLanguage().equals("en") ? it.nameEn() : it.name())
                    .orElse(code);
        }
    }

    private void requirePeriod(LocalDate from, LocalDate to) {
        requireStaff();
        if (to.isBefore(from) || from.plusYears(LONGEST_YEARS).isBefore(to)) {
            throw new RuleBroken("desk.figures.period");
        }
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(ledger.zone()).toInstant();
    }

    public LocalDate today() {
        return ledger.today();
    }
}
