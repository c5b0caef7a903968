package memorytax.chart.svg;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import java.io.StringReader;
import java.io.StringWriter;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SvgLeavesTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        <g fill="red" stroke="blue"><rect stroke="none" width="1"/></g> | <rect fill="red" width="1"/>
        <g fill="red" stroke="blue"><rect fill="none" width="1"/></g> | <rect fill="none" stroke="blue" width="1"/>
        <g fill="red"><g fill="blue"><rect width="1"/></g><rect width="2"/></g>\
         | <rect fill="blue" width="1"/><rect fill="red" width="2"/>
        <g stroke-linecap="round" stroke="red" fill="none"><path d="M0 0" stroke-linecap="butt"/></g>\
         | <path d="M0 0" fill="none" stroke="red"/>
        <g stroke="red" font-size="9px"><text x="1">a</text></g> | <text font-size="9px" x="1">a</text>
        <g stroke="red"><text paint-order="stroke" stroke="blue" x="1">a</text></g>\
         | <text paint-order="stroke" stroke="blue" x="1">a</text>
        <g transform="t"><rect/></g><g transform="t"><rect/></g><rect/>\
         | <g transform="t"><rect/><rect/></g><rect/>
        <g clip-path="c" transform="t"><g clip-path="d"><rect/></g></g>\
         | <g clip-path="c" transform="t"><g clip-path="d"><rect/></g></g>
        <defs><clipPath id="c"/></defs><g><image href="i"/></g> | <defs><clipPath id="c"/></defs><image href="i"/>
        """)
    void whatIsShownStaysAndNothingElse(String before, String after) throws Exception {
        assertEquals("<svg>" + after + "</svg>", leaves("<svg>" + before + "</svg>"));
    }

    private static String leaves(String xml) throws Exception {
        Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml))).getDocumentElement();
        SvgLeaves.of(svg);
        var text = new StringWriter();
        var transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.transform(new DOMSource(svg), new StreamResult(text));
        return text.toString();
    }
}
