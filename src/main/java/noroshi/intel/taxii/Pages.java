package noroshi.intel.taxii;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages for machines: from memory where nothing has changed, else from the database, in the order they are asked for. */
@Component
class Pages {
    private final EntryStore entries;
    private final LedgerStore ledger;
    private final Heads heads;
    private final PageCache kept;
    private final Turns turns;
    private final TransactionTemplate reading;

    Pages(
            EntryStore entries,
            LedgerStore ledger,
            Heads heads,
            PageCache kept,
            Turns turns,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.ledger = ledger;
        this.heads = heads;
        this.kept = kept;
        this.turns = turns;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    Envelope of(View view, Question question, boolean manifest, Eye eye) {
        var moment = PageCache.Moment.of(heads.of(view.collection().id()));
        return nothingAfter(view, question)
                ? Envelope.nothing()
                : kept.find(key(view, question, manifest), eye, moment)
                        .orElseGet(() -> read(view, question, manifest, eye, moment));
    }

    /** A machine that has everything is told so without asking the database; copies for providers have places of their own. */
    boolean nothingAfter(View view, Question question) {
        return !view.ofProvider() && question.after() >= known(view).position();
    }

    /** Asked for once after the start, by whichever page comes first: until then nothing would end a page of large objects. */
    private Heads.Head known(View view) {
        var head = heads.of(view.collection().id());
        if (!head.learned()) {
            head.learn(reading.execute(status -> ledger.stand(view.collection().id())));
        }
        return head;
    }

    private static PageCache.Key key(View view, Question question, boolean manifest) {
        return new PageCache.Key(view.collection().id(), view.shelves(), question, manifest);
    }

    /**
     * Rights may be newer than the view: the page is read again with those it was found under, so that it holds each
     * object once. What nobody can see says nothing about the shelves, and is cheap to ask again.
     */
    private Envelope read(View view, Question question, boolean manifest, Eye eye, PageCache.Moment moment) {
        var found = read(view, question, manifest, eye);
        if (found.page().count() > 0
                && found.shelves().equals(found.seen().shelves())
                && !found.seen().ofProvider()) {
            kept.keep(key(found.seen(), question, manifest), eye, found.page(), moment);
        }
        return found.page();
    }

    /** A page, what it was asked with, and the shelves that its reader may read. */
    private record Read(Envelope page, View seen, List<Integer> shelves) {}

    private Read read(View view, Question question, boolean manifest, Eye eye) {
        var first = ask(view, question, manifest, eye);
        return first.shelves().isEmpty() || first.shelves().equals(view.shelves())
                ? first
                : ask(view.with(first.shelves()), question, manifest, eye);
    }

    private Read ask(View view, Question question, boolean manifest, Eye eye) {
        var head = known(view);
        return turns.take(() -> {
            if (manifest) {
                var found = entries.mentions(view, question);
                return new Read(Envelope.manifest(found), view, found.shelves());
            }
            var found = entries.page(view, question, eye, head.large());
            return new Read(Envelope.of(found), view, found.shelves());
        });
    }

    /** What is asked for too seldom to be kept. */
    Envelope anew(View view, Question question, Eye eye) {
        return read(view, question, false, eye).page();
    }

    Envelope versions(View view, Question question) {
        return turns.take(() -> Envelope.versions(entries.mentions(view, question)));
    }
}
