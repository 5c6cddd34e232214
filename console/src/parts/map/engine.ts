import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

// The worker comes from our own origin, as the content policy demands; found by itself it would be a blob without its parts.
setWorkerUrl(workerUrl);

export { Map as Engine, type MapGeoJSONFeature, type StyleSpecification } from 'maplibre-gl';
