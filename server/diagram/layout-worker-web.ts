// The layout in a Web Worker. ELK's own script answers there as soon as it is loaded, in a protocol that its API speaks.
import 'elkjs/lib/elk-worker.min.js';
