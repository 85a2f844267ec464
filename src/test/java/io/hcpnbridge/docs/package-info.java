/**
 * README.md and the pages below {@code src/docs} are checked like code: what they say about interfaces, settings, files,
 * queries, commands and messages is so, and the pages in Chinese and the glossary say the same. Takes their pictures.
 */
package io.hcpnbridge.docs;
