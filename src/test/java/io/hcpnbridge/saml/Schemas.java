package io.hcpnbridge.saml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.LSInput;

/** The schemas of SAML 2.0, as OneLogin's library has them; nothing is fetched. */
final class Schemas {
    private static final String FOLDER = "/schemas/";

    private Schemas() {}

    static void validate(String schema, byte[] xml) throws Exception {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> new Found(publicId, systemId));
        var validator =
                factory.newSchema(new StreamSource(found(schema), schema)).newValidator();
        validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    private static InputStream found(String name) {
        return Schemas.class.getResourceAsStream(FOLDER + name.substring(name.lastIndexOf('/') + 1));
    }

    private record Found(String publicId, String systemId) implements LSInput {
        @Override
        public InputStream getByteStream() {
            return found(systemId);
        }

        @Override
        public String getPublicId() {
            return publicId;
        }

        @Override
        public String getSystemId() {
            return systemId;
        }

        @Override
        public Reader getCharacterStream() {
            return null;
        }

        @Override
        public String getStringData() {
            return null;
        }

        @Override
        public String getBaseURI() {
            return null;
        }

        @Override
        public String getEncoding() {
            return null;
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCharacterStream(Reader reader) {}

        @Override
        public void setByteStream(InputStream stream) {}

        @Override
        public void setStringData(String data) {}

        @Override
        public void setSystemId(String id) {}

        @Override
        public void setPublicId(String id) {}

        @Override
        public void setBaseURI(String uri) {}

        @Override
        public void setEncoding(String encoding) {}

        @Override
        public void setCertifiedText(boolean certified) {}
    }
}
