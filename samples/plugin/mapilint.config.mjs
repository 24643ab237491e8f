import houseRules from './index.js';

export default {
  plugins: { house: houseRules },
  rules: {
    'house/external-attendee': ['error', { domains: ['example.com'] }],
    'house/room-without-location': 'info',
  },
};
