package noroshi.notification;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Component;

/** Writes a feed (RFC 4287) of what may be shown. */
@Component
class AtomWriter {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** What only is there stands at the end, in no order of time: between others its place would tell when it came. */
    private static final Comparator<Shown> PLACES =
            Comparator.comparing(AtomWriter::at).reversed().thenComparing(Shown::item);

    private final LetterWriter letters;
    private final SiteSettings site;

    AtomWriter(LetterWriter letters, SiteSettings site) {
        this.letters = letters;
        this.site = site;
    }

    /** What a person was told lately. */
    String news(UUID person, List<Shown> all, Locale locale) {
        return write("urn:uuid:" + person, all, shown -> "/notifications/" + shown.item(), locale);
    }

    /** What a kept search finds; neither its name nor its words stand in it. */
    String matches(UUID search, List<Shown> all, Locale locale) {
        return write("urn:uuid:" + search, all, shown -> "/topics/" + shown.item(), locale);
    }

    private String write(String id, List<Shown> all, Function<Shown, String> path, Locale locale) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", locale.getLanguage());
            element(xml, "id", id);
            element(xml, "title", site.site().name());
            element(
                    xml,
                    "updated",
                    all.stream()
                            .map(AtomWriter::at)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                            .toString());
            xml.writeStartElement("author");
            element(xml, "name", site.site().name());
            xml.writeEndElement();
            for (var shown : all.stream().sorted(PLACES).toList()) {
                entry(xml, shown, path.apply(shown), locale);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Shown shown, String path, Locale locale) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + shown.item());
        element(xml, "title", "[" + shown.tlp().label() + "] " + letters.headline(shown, locale));
        element(xml, "updated", at(shown).toString());
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", letters.address(path));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", shown.tlp().label());
        element(xml, "summary", String.join("\n", letters.told(shown, locale)));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // What XML cannot carry is no text; a lone half of a character neither.
        xml.writeCharacters(text.replaceAll("[^\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " "));
        xml.writeEndElement();
    }

    /** Of what is only there, not even when it came is told. */
    private static Instant at(Shown shown) {
        return switch (shown) {
            case Shown.Titled titled -> titled.outline().at();
            case Shown.Outlined outlined -> outlined.at();
            case Shown less -> Instant.EPOCH;
        };
    }
}
