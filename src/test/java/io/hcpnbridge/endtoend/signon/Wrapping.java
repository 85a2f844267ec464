package io.hcpnbridge.endtoend.signon;

import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.SignedMessage;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Element;

/**
 * The eight ways to move a signed element, so that its signature stays valid and something else is read (XSW1 to XSW8; Somorovsky et al., "On
 * Breaking SAML", 2012). What was signed is a message here, not an assertion; the forged one is the document's root, or its first child in a
 * root that is forged as well.
 */
enum Wrapping {
    /** The forged root has the signature, and the signature has the original. */
    XSW1 {
        @Override
        void arrange(Parts parts) {
            parts.root.appendChild(parts.signature).appendChild(parts.original);
        }
    },
    /** The forged root has the original and the signature, side by side. */
    XSW2 {
        @Override
        void arrange(Parts parts) {
            parts.root.appendChild(parts.original);
            parts.root.appendChild(parts.signature);
        }
    },
    /** The forged one stands before the original, which keeps its signature. */
    XSW3 {
        @Override
        void arrange(Parts parts) {
            parts.root.appendChild(parts.forged);
            parts.root.appendChild(parts.original).appendChild(parts.signature);
        }
    },
    /** The forged one has the original, which keeps its signature. */
    XSW4 {
        @Override
        void arrange(Parts parts) {
            parts.root.appendChild(parts.forged).appendChild(parts.original).appendChild(parts.signature);
        }
    },
    /** The forged one has the signature; the original stands at the end. */
    XSW5 {
        @Override
        void arrange(Parts parts) {
            parts.root.appendChild(parts.forged).appendChild(parts.signature);
            parts.root.appendChild(parts.original);
        }
    },
    /** The forged one has the signature, which has the original. */
    XSW6 {
        @Override
        void arrange(Parts parts) {
            parts.root.appendChild(parts.forged).appendChild(parts.signature).appendChild(parts.original);
        }
    },
    /** The forged one stands in extensions, whose content nobody checks. */
    XSW7 {
        @Override
        void arrange(Parts parts) {
            parts.root
                    .appendChild(parts.element(parts.root.getNamespaceURI(), "saml2p:Extensions"))
                    .appendChild(parts.forged);
            parts.root.appendChild(parts.original).appendChild(parts.signature);
        }
    },
    /** The forged one has the signature, with the original in its Object. */
    XSW8 {
        @Override
        void arrange(Parts parts) {
            parts.root
                    .appendChild(parts.forged)
                    .appendChild(parts.signature)
                    .appendChild(parts.element(XMLSignature.XMLNS, "ds:Object"))
                    .appendChild(parts.original);
        }
    };

    static final String FORGED_ID = "_forged";
    static final String FORGED_ADDRESS = "https://attacker.example/consume";

    abstract void arrange(Parts parts);

    /** A message around one that this key has signed. */
    String around(String message, Certified key) {
        var document = SignedMessage.signed(message, key);
        var original = document.getDocumentElement();
        var signature = SignedMessage.children(original)
                .filter(child -> child.getLocalName().equals("Signature"))
                .findFirst()
                .orElseThrow();
        original.removeChild(signature);
        var parts = new Parts(forged(original, "-root"), forged(original, ""), original, signature);
        document.replaceChild(parts.root, original);
        arrange(parts);
        return SignedMessage.text(document);
    }

    private static Element forged(Element original, String which) {
        var forged = (Element) original.cloneNode(true);
        forged.setAttribute("ID", FORGED_ID + which);
        if (forged.hasAttribute("AssertionConsumerServiceURL")) {
            forged.setAttribute("AssertionConsumerServiceURL", FORGED_ADDRESS);
        }
        return forged;
    }

    /** What there is to arrange; {@code root} is in the document, the others nowhere. */
    record Parts(Element root, Element forged, Element original, Element signature) {
        Element element(String namespace, String name) {
            return root.getOwnerDocument().createElementNS(namespace, name);
        }
    }
}
