package com.mypay.batchjobs.settle;

import com.mypay.frameworktest.ClasspathFolder;
import jakarta.batch.api.BatchProperty;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The job's XML, and the beans that it may name. */
public final class JobXml {

    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{3,}(_[A-Z]+)*\\b");
    private static final String SPECIFICATION = "/xsd/jobXML_2_0.xsd";

    private final String text;
    private final Element job;

    private JobXml(String text) {
        this.text = text;
        this.job = parse(text).getDocumentElement();
    }

    /** @param name of the job */
    public static JobXml of(String name) {
        return new JobXml(resource("/META-INF/batch-jobs/" + name + ".xml"));
    }

    /** As the schema of Jakarta Batch 2.0 sees it: {@code null}, or the first thing that it refuses. */
    public static String refusal(String xml) {
        try (InputStream schema = Objects.requireNonNull(JobXml.class.getResourceAsStream(SPECIFICATION))) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml)));
            return "";
        } catch (SAXException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    public String id() {
        return job.getAttribute("id");
    }

    public Element step(String id) {
        return elements(job, "step").stream()
                .filter(step -> step.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<String> steps() {
        return elements(job, "step").stream()
                .map(step -> step.getAttribute("id"))
                .toList();
    }

    /** Everything that names a bean: batchlets, readers, processors, writers, mappers, listeners. */
    public List<Element> artifacts() {
        return elements(job, "*").stream()
                .filter(each -> each.hasAttribute("ref"))
                .toList();
    }

    public static Set<String> propertiesOf(Element owner) {
        return elements(owner, "property").stream()
                .map(property -> property.getAttribute("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Where a step goes, by the exit status that leads there: {@code CLOSED=next report}, {@code *=fail}. */
    public Map<String, String> transitions(String step) {
        Map<String, String> transitions = new TreeMap<>();
        for (String kind : List.of("next", "fail", "end", "stop")) {
            for (Element transition : elements(step(step), kind)) {
                String to = transition.getAttribute("to") + transition.getAttribute("exit-status");
                transitions.put(transition.getAttribute("on"), (kind + " " + to).strip());
            }
        }
        return transitions;
    }

    /** The classes of a package that can be named, by their bean name. */
    public static Map<String, Class<?>> beans(Package of) {
        Map<String, Class<?>> beans = new TreeMap<>();
        for (String file : ClasspathFolder.names(of.getName().replace('.', '/') + "/")) {
            Class<?> type = load(of.getName() + "." + file.replace(".class", ""));
            if (type.isAnnotationPresent(Named.class)) {
                String name = type.getSimpleName();
                beans.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), type);
            }
        }
        return beans;
    }

    /** What a bean takes from its element in the XML. */
    public static Set<String> propertiesOf(Class<?> bean) {
        return Arrays.stream(bean.getConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .map(parameter -> property(parameter))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String property(Parameter parameter) {
        BatchProperty property = parameter.getAnnotation(BatchProperty.class);
        return property == null ? "" : property.name();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(JobXml.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit statuses that the rows of the tables below a heading of the operators' guide begin with. */
    public static Set<String> explainedIn(String guide, String heading) {
        String section = guide.substring(guide.indexOf(heading + "\n") + heading.length());
        int end = section.indexOf("\n## ");
        Set<String> explained = new TreeSet<>();
        (end < 0 ? section : section.substring(0, end))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(row -> explained.addAll(capitals(row.split("\\|", 3)[1])));
        return explained;
    }

    /** Words in capitals, three letters or more: exit statuses. */
    public static Set<String> capitals(String text) {
        Set<String> words = new TreeSet<>();
        Matcher matcher = CAPITALS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
