package noroshi.sanitised;

import java.net.IDN;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.intel.Located;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklist;
import noroshi.intel.blocklist.Entry;
import noroshi.intel.blocklist.Reporters;
import noroshi.shared.Actor;
import noroshi.topic.SearchWords;
import org.springframework.stereotype.Component;

/** A value of a matter leaves in a block list as far as the matter's reporter agreed to tell it without names. */
@Component
class AskReporters implements Reporters {
    private final ReportedStore store;
    private final ConsultationDesk desk;
    private final SearchWords words;

    AskReporters(ReportedStore store, ConsultationDesk desk, SearchWords words) {
        this.store = store;
        this.desk = desk;
        this.words = words;
    }

    @Override
    public List<Told> told(Blocklist list, List<Entry> entries, Collection<UUID> organisations, Actor actor) {
        var spelled = IntStream.range(0, entries.size())
                .boxed()
                .flatMap(place -> spellings(entries.get(place).form())
                        .map(this::plain)
                        .distinct()
                        .map(text -> new ReportedStore.Spelled(place, text)))
                .toList();
        return store.unpermitted(spelled, list.tlp(), organisations).stream()
                .map(found -> new Told(
                        entries.get(found.place()).value(),
                        found.agreed(),
                        found.refused(),
                        found.matter()
                                .flatMap(topic -> desk.around(topic, actor))
                                .map(AskReporters::where)))
                .toList();
    }

    /** A name in letters of another script is written as such by people, also within an address. */
    private static Stream<String> spellings(Spelling.Form form) {
        return Stream.concat(
                Stream.of(form.value()),
                Located.of(form.type(), form.value()).host().stream()
                        .map(host -> form.value().replace(host, IDN.toUnicode(host))));
    }

    /** As topics are searched; the path of an address may stand without its last stroke. */
    private String plain(String written) {
        var plain = words.plain(written);
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static Where where(Matter matter) {
        return new Where(matter.reference(), matter.path());
    }
}
