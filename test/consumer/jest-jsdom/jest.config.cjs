module.exports = { testEnvironment: 'jsdom', transform: { '\\.ts$': 'babel-jest' } };
